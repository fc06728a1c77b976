import { WORD } from './namespaces.ts'

interface Style {
  readonly id: string
  readonly name: string
  readonly paragraph?: string
  readonly run?: string
  readonly character?: true
}

const HEADING_SIZES = [32, 26, 24, 22, 22, 22] // half-points

const STYLES: readonly Style[] = [
  { id: 'Title', name: 'Title', paragraph: '<w:spacing w:after="240"/>', run: '<w:b/><w:sz w:val="40"/>' },
  ...HEADING_SIZES.map((size, i) => ({
    id: `Heading${i + 1}`,
    name: `heading ${i + 1}`,
    paragraph: `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${i}"/>`,
    run: `<w:b/><w:sz w:val="${size}"/>`,
  })),
  { id: 'Quote', name: 'Quote', paragraph: '<w:ind w:left="567" w:right="567"/>' },
  { id: 'Caption', name: 'caption', run: '<w:i/><w:sz w:val="20"/>' },
  { id: 'ListParagraph', name: 'List Paragraph', paragraph: '<w:spacing w:after="60"/>' },
  { id: 'TableText', name: 'Table Text', paragraph: '<w:spacing w:after="60"/>' },
  ...['Footnote', 'Endnote'].flatMap((kind) => [
    { id: `${kind}Text`, name: `${kind.toLowerCase()} text`, run: '<w:sz w:val="20"/>' },
    {
      id: `${kind}Reference`,
      name: `${kind.toLowerCase()} reference`,
      run: '<w:vertAlign w:val="superscript"/>',
      character: true as const,
    },
  ]),
  { id: 'CommentText', name: 'annotation text', run: '<w:sz w:val="20"/>' },
]

const styleXml = ({ id, name, paragraph, run, character }: Style): string =>
  `<w:style w:type="${character ? 'character' : 'paragraph'}" w:styleId="${id}"><w:name w:val="${name}"/>${
    character ? '' : '<w:basedOn w:val="Normal"/>'
  }${paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === undefined ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`

/** The styles of a document that Stet sets itself. */
export const stylesXml = (language: string): string =>
  `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/><w:sz w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${STYLES.map(styleXml).join('')}</w:styles>`

const LIST_LEVELS = 9 // as many as Word has

/** One bulleted list, number 1. */
export const numberingXml = (): string =>
  `<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${Array.from(
    { length: LIST_LEVELS },
    (_, level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`,
  ).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
