import type { XmlCursor } from '../office/xml-cursor.ts'
import type { OdtContext, Thread } from './odt-context.ts'
import { pass, type OdtHandlers } from './odt-handler.ts'

/** Notes and comments; their bodies stand where they are called. */
export const noteElements: OdtHandlers = {
  open: {
    'text:note': beginNote,
    'text:note-citation': (context, cursor) => {
      const own = cursor.attribute('text:label')
      const shown = textOf(cursor)
      const label = own ?? shown
      const note = context.notes.at(-1)
      if (!note) return
      if (own !== null) note.ownLabel = own
      context.writer.call(note.key, label.trim() === '' ? String(context.footnotes) : label.trim())
    },
    'text:note-body': (context) => begin(context),
    'office:annotation': beginAnnotation,
    'office:annotation-end': (context, cursor) => {
      const thread = context.threads.get(cursor.attribute('office:name') ?? '')
      if (!thread) return
      thread.waits = false
      callAnnotation(context, thread)
    },
    'dc:creator': pass,
    'dc:date': pass,
    'meta:creator-initials': pass,
    'meta:date-string': pass,
  },
  close: {
    'text:note-body': end,
    'office:annotation': end,
  },
}

function beginNote(context: OdtContext, cursor: XmlCursor): void {
  const kind = cursor.attribute('text:note-class') === 'endnote' ? 'endnote' : 'footnote'
  context.footnotes++
  context.notes.push({
    key: `${kind} ${context.footnotes}`,
    kind,
    ownLabel: null,
    thread: null,
    paragraphs: context.paragraphs,
  })
}

function begin(context: OdtContext): void {
  context.paragraphs = 0
  context.writer.beginFrame()
}

function end(context: OdtContext): void {
  const note = context.notes.pop()
  if (!note) return
  context.paragraphs = note.paragraphs
  context.writer.endNote(note.key, note.kind, note.ownLabel)
  if (!note.thread) return
  note.thread.hasWords ||= (context.writer.notes.at(-1)?.blocks.length ?? 0) > 0
  callAnnotation(context, note.thread)
}

/** A comment that answers another one joins its thread. */
function beginAnnotation(context: OdtContext, cursor: XmlCursor): void {
  const name = cursor.attribute('office:name')
  const parent = cursor.attribute('loext:parent-name')
  context.comments++
  const thread = (parent === null ? undefined : context.threads.get(parent)) ?? {
    key: `annotation ${context.comments}`,
    waits: name !== null && context.annotationEnds.has(name),
    isCalled: false,
    hasWords: false,
  }
  if (name !== null) context.threads.set(name, thread)
  context.notes.push({
    key: thread.key,
    kind: 'annotation',
    ownLabel: null,
    thread,
    paragraphs: context.paragraphs,
  })
  begin(context)
}

/** Calls a thread once, at the end of its words; one that says nothing is none. */
function callAnnotation(context: OdtContext, thread: Thread): void {
  if (thread.waits || thread.isCalled || !thread.hasWords) return
  thread.isCalled = context.writer.call(thread.key, `a${context.annotations + 1}`) !== null
  if (thread.isCalled) context.annotations++
}

function textOf(cursor: XmlCursor): string {
  const depth = cursor.depth
  let text = ''
  while (cursor.next() !== 'end' && cursor.depth >= depth) if (cursor.kind === 'text') text += cursor.text()
  return text
}
