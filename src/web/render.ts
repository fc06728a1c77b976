import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ejs, { type Options, type TemplateFunction } from 'ejs'
import type { Express } from 'express'
import { projectRoot } from '../paths.ts'
import { escapeHtml } from '../text/escape-html.ts'

/** What a template prints, made for it alone. An included one is handed all that the one round it has, and what it is given more. */
type Model = Record<string, unknown>

const views = join(projectRoot, 'views')
const templates = new Map<string, (model: Model) => string>()

/** Lets `res.render('reports/show', model)` show `views/reports/show.ejs`; each template is compiled once. */
export function setUpTemplates(app: Express): void {
  app.set('views', views)
  app.set('view engine', 'ejs')
  app.enable('view cache')
  app.engine('ejs', (path, model, done) => {
    try {
      done(null, templateAt(path)(model as Model))
    } catch (error) {
      done(error)
    }
  })
}

function templateAt(path: string): (model: Model) => string {
  const template = templates.get(path) ?? templateIn(path)
  templates.set(path, template)
  return template
}

/** What stands in the tags of a template, and the names of variables in it. */
const TAGS = /<%(?!#)[^]*?%>/g
const NAMES = /(?<![\w$])[a-zA-Z_$][\w$]*/g

/**
 * A template as it prints a model. Left to itself EJS wraps it in `with`, which Node cannot make quick, and looks for an
 * included file each time it is included. Here the names that the template mentions and the model has are its variables; what
 * other names there are depends on the model, so there can be more than one compilation.
 */
function templateIn(path: string): (model: Model) => string {
  const text = readFileSync(path, 'utf8')
  const mentioned = [...new Set((text.match(TAGS) ?? []).flatMap((tag) => tag.match(NAMES) ?? []))]
  const compiled = new Map<string, TemplateFunction>()
  const included = new Map<string, (model: Model) => string>()
  const templateNamed = (name: string): ((model: Model) => string) => {
    const found = included.get(name) ?? templateAt(`${resolve(dirname(path), name)}.ejs`)
    included.set(name, found)
    return found
  }
  return (model) => {
    const names = mentioned.filter((name) => Object.hasOwn(model, name))
    const key = names.join()
    const print = compiled.get(key) ?? compile(path, text, names)
    compiled.set(key, print)
    const include = (name: string, more?: object): string => templateNamed(name)({ ...model, ...more })
    return print(Object.assign(model, { [INCLUDE]: include }))
  }
}

/** What the model calls the template's own `include`: no template mentions it. */
const INCLUDE = '__include'

const escaped = (value: string | number | boolean | null | undefined): string =>
  value === undefined || value === null ? '' : escapeHtml(String(value))

/**
 * In a block, so that what the template declares may be called as something in the model is. EJS need not copy the model: what it
 * reads of it are names that the model has of its own.
 */
function compile(path: string, text: string, names: string[]): TemplateFunction {
  const options = { filename: path, escape: escaped, _with: false, unsafePrototypeLocals: true }
  const block = `<% { const include = locals.${INCLUDE}; %>${text}<% } %>`
  return ejs.compile(block, { ...options, destructuredLocals: names } as Options) as TemplateFunction
}
