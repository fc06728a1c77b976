import type { Warning } from '../document.ts'
import { nameOfLanguage } from './language-data.ts'

/** Whether Stet reads how sure words sound in this language (BCP 47). */
export const readsCues = (language: string): boolean => /^en(?:[-_]|$)/i.test(language)

/** What to say of a text in a language that is read without cues; nothing for English. */
export const languageWarnings = (language: string): Warning[] =>
  readsCues(language)
    ? []
    : [
        {
          rule: 'language-without-cues',
          message: `The text is in ${nameOfLanguage(language)}: its sentences and claims are found, but how sure they sound, who is said to have said them and how worthwhile checking them is are read in English only.`,
        },
      ]
