// The other program of the bench: mammoth turning a Word file into HTML, as a whole process.
import mammoth from 'mammoth'

const { value } = await mammoth.convertToHtml({ path: process.argv[2] ?? '' })
process.stdout.write(value)
