// Claiming, releasing and handing over, of one case and of many: each case is recorded by itself, through its own act.
import { type CaseSummary, caseQuery, type Offer, record } from '../../api/cases.ts'
import { isProblem, newKey } from '../../api/client.ts'
import type { Session } from '../../api/session.ts'
import { turnsIn } from './turn.ts'

export type Deed = 'claim' | 'release' | 'handOver'
const actOf: Record<Deed, string> = { claim: 'step.claimed', release: 'step.released', handOver: 'step.handedOver' }
/** What is told of a hand-over beside the step. */
export type Told = { user?: string; reason?: string }

export const fetchCase = ({ id }: CaseSummary) => caseQuery(id).queryFn!({} as never)
type Acts = { acts: Offer[] }
export const offerOf = ({ acts }: Acts, deed: Deed) => acts.find(({ type }) => type === actOf[deed])

/** The steps concerned: the reader's own before those of others that a head of department may dispose of. */
function stepsOf(offer: Offer, one: CaseSummary, reader: Session, deed: Deed): string[] {
  const all = (offer.payload.properties.step?.enum ?? []) as string[]
  const own = all.filter((path) => one.steps.some((step) => step.path === path && step.assignee === reader.id))
  return deed !== 'claim' && own.length ? own : all
}

/** By the step they are for: an attempt that was not answered is repeated under its key. */
export type Keys = Map<string, string>

/** Throws the refusal. Where the act is not offered, the server is asked all the same: it says why. */
export async function doOne(deed: Deed, of: CaseSummary, told: Told, reader: Session, keys: Keys): Promise<void> {
  const now = await fetchCase(of)
  const offer = offerOf(now, deed)
  const href = offer?.href ?? `/api/cases/${of.id}/acts/${actOf[deed]}`
  const steps = offer ? stepsOf(offer, now, reader, deed) : [turnsIn(now, reader)[0]!.path]
  for (const step of steps) await keyed(keys, step, (key) => record(href, { step, ...told }, { key }))
}

async function keyed(keys: Keys, step: string, send: (key: string) => Promise<unknown>) {
  const key = keys.get(step) ?? newKey()
  keys.set(step, key)
  try {
    await send(key)
  } catch (error) {
    if (isProblem(error) && error.status >= 400 && error.status < 500) keys.delete(step)
    throw error
  }
}
