export default {
  semi: false,
  singleQuote: true,
  printWidth: 110,
  trailingComma: 'all',
  overrides: [{ files: 'src/publication/pack/verifier/verify.mjs', options: { printWidth: 120 } }],
}
