import type { RequestHandler } from 'express'
import { emailProblem, nameProblem, type Problem } from '../accounts/new-account.ts'
import { passwordProblem, SHORTEST_PASSWORD } from '../accounts/password.ts'
import { addFirstAdmin, assertSetupLink } from '../accounts/setup-link.ts'
import type { Services } from '../services.ts'
import { beginSession } from './begin-session.ts'
import { fieldOf } from './forms/problems.ts'
import { linked } from './page-problems.ts'

interface Link {
  secret: string
}

/** GET /setup/:secret: the form that makes the first administrator. */
export function showSetup({ db, clock }: Services): RequestHandler<Link> {
  return async (req, res) => {
    await assertSetupLink(db, req.params.secret, clock())
    res.render('setup/show', { email: '', name: '', problems: [], shortest: SHORTEST_PASSWORD })
  }
}

/** POST /setup/:secret: makes the first administrator, uses the link up, and signs in. */
export function createFirstAdmin(services: Services): RequestHandler<Link> {
  return async (req, res) => {
    const { form, problems } = readSetupForm(req.body)
    if (problems.length > 0) {
      res
        .status(422)
        .render('setup/show', { ...form, problems: linked(problems), shortest: SHORTEST_PASSWORD })
      return
    }
    const admin = await addFirstAdmin(services.db, {
      ...form,
      secret: req.params.secret,
      at: services.clock(),
    })
    await beginSession(services, res, admin.id)
    res.redirect(303, '/reports')
  }
}

interface SetupForm {
  readonly email: string
  readonly name: string
  readonly password: string
}

function readSetupForm(body: unknown): { form: SetupForm; problems: Problem[] } {
  const form = {
    email: fieldOf(body, 'email'),
    name: fieldOf(body, 'name'),
    password: fieldOf(body, 'password'),
  }
  const problems = [...nameProblem(form.name), ...emailProblem(form.email), ...passwordProblem(form.password)]
  return { form, problems }
}
