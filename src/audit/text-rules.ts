import type { TextRule } from './rule.ts'
import { absoluteWording } from './rules/absolute-wording.ts'
import { boosterWithoutSupport } from './rules/booster-without-support.ts'
import { citationWithoutAddress } from './rules/citation-without-address.ts'
import { citationWithoutDate } from './rules/citation-without-date.ts'
import { citationWithoutOutlet } from './rules/citation-without-outlet.ts'
import { dateConflict } from './rules/date-conflict.ts'
import { dateImpossible } from './rules/date-impossible.ts'
import { ibidAmbiguous } from './rules/ibid-ambiguous.ts'
import { labelGap } from './rules/label-gap.ts'
import { labelRepeated } from './rules/label-repeated.ts'
import { likelihoodAndConfidenceMixed } from './rules/likelihood-and-confidence-mixed.ts'
import { manySourcesOneCited } from './rules/many-sources-one-cited.ts'
import { nameSpelledVariously } from './rules/name-spelled-variously.ts'
import { noteMissing } from './rules/note-missing.ts'
import { noteUncalled } from './rules/note-uncalled.ts'
import { quotationUnsourced } from './rules/quotation-unsourced.ts'
import { sameFigureDiffers } from './rules/same-figure-differs.ts'
import { sameNoteTwice } from './rules/same-note-twice.ts'
import { sourceDatedAfterClaim } from './rules/source-dated-after-claim.ts'
import { sumDoesNotAddUp } from './rules/sum-does-not-add-up.ts'
import { unclosedQuotation } from './rules/unclosed-quotation.ts'
import { unsourced } from './rules/unsourced.ts'
import { weekdayAndDateDisagree } from './rules/weekday-and-date-disagree.ts'

/** The rules that a bare file can be audited by: its apparatus, its words, and the text against itself. */
export const textRules: readonly TextRule[] = [
  noteMissing,
  noteUncalled,
  labelRepeated,
  labelGap,
  citationWithoutOutlet,
  citationWithoutDate,
  citationWithoutAddress,
  ibidAmbiguous,
  sameNoteTwice,
  dateImpossible,
  unsourced,
  likelihoodAndConfidenceMixed,
  boosterWithoutSupport,
  absoluteWording,
  manySourcesOneCited,
  quotationUnsourced,
  sameFigureDiffers,
  dateConflict,
  nameSpelledVariously,
  sourceDatedAfterClaim,
  weekdayAndDateDisagree,
  sumDoesNotAddUp,
  unclosedQuotation,
]
