import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ejs, { type TemplateFunction } from 'ejs'
import type { Express } from 'express'
import { projectRoot } from '../paths.ts'

const views = join(projectRoot, 'views')
const templates = new Map<string, TemplateFunction>()

/** Lets `res.render('reports/show', model)` show `views/reports/show.ejs`; each template is compiled once. */
export function setUpTemplates(app: Express): void {
  app.set('views', views)
  app.set('view engine', 'ejs')
  app.enable('view cache')
  app.engine('ejs', (path, model, done) => {
    try {
      done(null, templateAt(path)(model))
    } catch (error) {
      done(error)
    }
  })
}

function templateAt(path: string): TemplateFunction {
  const template =
    templates.get(path) ??
    ejs.compile(readFileSync(path, 'utf8'), { filename: path, root: views, cache: true })
  templates.set(path, template)
  return template
}
