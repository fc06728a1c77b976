import type { Flow } from './flow.ts'
import type { LaidDocument } from './laid-document.ts'
import { layOut } from './layout.ts'
import { markContents } from './mark-contents.ts'
import { markFrontMatter } from './mark-front-matter.ts'
import { linkByLabel } from './notes/link-by-label.ts'
import { linkByStructure } from './notes/link-by-structure.ts'

/** From what a format gave to one text: what each block is for, which note each marker calls, what stands where. */
export const layOutFlow = (flow: Flow): LaidDocument =>
  layOut(linkByLabel(linkByStructure({ ...flow, blocks: markContents(markFrontMatter(flow.blocks)) })))
