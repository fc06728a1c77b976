import type { Services } from '../../services.ts'
import * as link from '../author-page.ts'
import * as asked from '../author-work.ts'
import * as authors from '../authors.ts'
import { get, post, type Route } from '../routing.ts'
import * as ticks from '../ticks.ts'

/** What happens to a claim's words: fixes, queries to the authors with their answers, ticks. */
export const wordsRoutes = (services: Services): readonly Route[] => [
  post('/claims/:claimId/fixes', 'ask the author', asked.createFix(services)),
  post('/fixes/:fixId/answers', 'ask the author', asked.createFixAnswer(services)),
  post('/fixes/:fixId/withdrawals', 'ask the author', asked.createFixWithdrawal(services)),
  post('/claims/:claimId/queries', 'ask the author', asked.createQuery(services)),
  post('/queries/:queryId/answers', 'ask the author', asked.createQueryAnswer(services)),
  post('/queries/:queryId/closings', 'ask the author', asked.createQueryClosing(services)),

  get('/reports/:reportId/ticks', 'read report', ticks.showTicks(services)),
  post('/reports/:reportId/ticks', 'tick', ticks.createTickOnList(services)),
  post('/claims/:claimId/ticks', 'tick', ticks.createTick(services)),
  post('/ticks/:tickId/withdrawals', 'tick', ticks.createTickWithdrawal(services)),

  get('/reports/:reportId/authors', 'manage authors', authors.showAuthors(services)),
  post('/reports/:reportId/authors', 'manage authors', authors.createAuthor(services)),
  post('/authors/:authorId', 'manage authors', authors.changeAuthor(services)),
  post('/authors/:authorId/links', 'manage authors', authors.createLink(services)),
  post('/author-links/:authorLinkId/revocation', 'manage authors', authors.createLinkRevocation(services)),

  get('/author/:secret', 'anyone', link.showAuthorPage(services)),
  post('/author/:secret/fixes/:fix', 'anyone', link.createAuthorFixAnswer(services)),
  post('/author/:secret/queries/:query', 'anyone', link.createAuthorQueryAnswer(services)),
]
