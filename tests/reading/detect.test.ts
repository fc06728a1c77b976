import { expect, test } from 'vitest'
import { detectType } from '../../src/reading/detect.ts'

test.each([
  ['report.md', 'plain words', 'markdown'],
  ['report.HTML', 'plain words', 'html'],
  ['page.xhtml', '', 'html'],
  ['report.txt', '# A heading\n\n```\ncode\n```', 'text'],
  ['saved.txt', '<!DOCTYPE html><html><body>…', 'html'],
  ['stdin', '<?xml version="1.0"?>\n<html xmlns="x">', 'html'],
  ['stdin', '# A heading\n\nSome **bold** words.', 'markdown'],
  ['notes', 'See [^1].\n\n[^1]: A **note**.', 'markdown'],
  ['notes', 'A line.\n\n- a bullet', 'text'],
])('%s that starts %j is %s', (name, text, type) => {
  expect(detectType(name, Buffer.from(text))).toBe(type)
})
