import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import ejs, { type Options, type TemplateFunction } from 'ejs'
import type { Express } from 'express'
import { projectRoot } from '../paths.ts'
import { escapeHtml } from './pages/escape-html.ts'

/** What a template prints. It inherits from the model of the template that includes it, and at last from nothing. */
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
      done(null, templateAt(path)(inheriting(null, model)))
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

/**
 * A template as it prints a model. Left to itself EJS wraps it in `with`, which Node cannot make quick, and looks for an
 * included file and copies the whole model each time it is included. Here the names that the template mentions and the
 * model has are its variables; what other names there are depends on the model, so there can be more than one compilation.
 */
function templateIn(path: string): (model: Model) => string {
  const text = readFileSync(path, 'utf8')
  const mentioned = [...new Set(text.match(/[a-zA-Z_$][\w$]*/g))]
  const compiled = new Map<string, TemplateFunction>()
  const paths = new Map<string, string>()
  const pathOf = (name: string): string => {
    const found = paths.get(name) ?? `${resolve(dirname(path), name)}.ejs`
    paths.set(name, found)
    return found
  }
  return (model) => {
    const names = mentioned.filter((name) => name in model)
    const print = compiled.get(names.join()) ?? compile(path, text, names)
    compiled.set(names.join(), print)
    const own = inheriting(model, {
      [INCLUDE]: (name: string, more: object = {}) => templateAt(pathOf(name))(inheriting(own, more)),
    })
    return print(own)
  }
}

/** What the model calls the template's own `include`: no template mentions it. */
const INCLUDE = '__include'

const escaped = (value: string | number | boolean | null | undefined): string =>
  value === undefined || value === null ? '' : escapeHtml(String(value))

/** In a block, so that what the template declares may be called as something in the model is. No model is copied: none has a prototype that others can reach. */
function compile(path: string, text: string, names: string[]): TemplateFunction {
  const options = { filename: path, escape: escaped, _with: false, unsafePrototypeLocals: true }
  const block = `<% { const include = locals.${INCLUDE}; %>${text}<% } %>`
  return ejs.compile(block, { ...options, destructuredLocals: names } as Options) as TemplateFunction
}

const inheriting = (model: Model | null, more: object): Model =>
  Object.assign(Object.create(model) as Model, more)
