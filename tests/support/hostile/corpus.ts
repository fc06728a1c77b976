import { archives } from './archives.ts'
import type { Bait, HostileFile } from './hostile-file.ts'
import { openDocuments, wordFiles } from './office.ts'
import { pdfs } from './pdfs.ts'
import { markdowns, pages, texts } from './texts.ts'

/** Every hostile or broken file, family by family. */
export const hostileFiles = (bait: Bait): readonly HostileFile[] => [
  ...texts(),
  ...markdowns(bait),
  ...pages(bait),
  ...archives(),
  ...wordFiles(bait),
  ...openDocuments(bait),
  ...pdfs(bait),
]
