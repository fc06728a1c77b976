import type { Look } from '../office/line.ts'
import type { RunProps } from './run-props.ts'
import type { ResolvedStyle, Styles } from './styles.ts'

/** How a run is shown and in which language it is. */
export interface RunLook extends Look {
  readonly hidden: boolean
  readonly language: string | null
}

/** The looks of runs by their paragraph's style and their own properties: both are few. */
export class RunLooks {
  private readonly ofStyle = new WeakMap<ResolvedStyle, RunLook>()
  private readonly ofRun = new WeakMap<ResolvedStyle, WeakMap<RunProps, RunLook>>()

  constructor(private readonly styles: Styles) {}

  /** What a paragraph's style gives its runs. */
  style(style: ResolvedStyle): RunLook {
    const known = this.ofStyle.get(style)
    if (known) return known
    const look = lookOfStyle(style)
    this.ofStyle.set(style, look)
    return look
  }

  /** What a run has with its own properties. */
  run(props: RunProps, style: ResolvedStyle): RunLook {
    const looks = this.ofRun.get(style) ?? new WeakMap<RunProps, RunLook>()
    this.ofRun.set(style, looks)
    const known = looks.get(props)
    if (known) return known
    const look = lookOfRun(props, style, this.styles)
    looks.set(props, look)
    return look
  }
}

const lookOfStyle = (style: ResolvedStyle): RunLook => ({
  raised: style.raised,
  code: style.use === 'code',
  hidden: style.hidden,
  language: style.rightToLeft ? (style.bidiLanguage ?? style.language) : style.language,
})

/** A run's own properties over its character style over its paragraph's style. */
function lookOfRun(props: RunProps, paragraph: ResolvedStyle, styles: Styles): RunLook {
  const own = props.style === null ? null : styles.run(props.style)
  const first = <Key extends 'raised' | 'hidden' | 'rightToLeft' | 'language' | 'bidiLanguage'>(
    key: Key,
  ): RunProps[Key] | ResolvedStyle[Key] => props[key] ?? own?.props[key] ?? paragraph[key]
  const language = first('language')
  return {
    raised: first('raised') === true,
    code: own?.isCode === true || paragraph.use === 'code',
    hidden: first('hidden') === true,
    language: first('rightToLeft') === true ? (first('bidiLanguage') ?? language) : language,
  }
}
