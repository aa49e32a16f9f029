// From an empty store to the first case: what is done, what comes next; and the institution's name.
import { schema, write } from '../db/database.ts'
import { anyCampus, anyCase, anyEnrolment, institutionKey, institutionName, peopleByRole } from '../db/queries/beginnings.ts'
import { procedures } from '../machines/procedures.ts'
import { normalise } from '../machines/proof/canonical.ts'
import { type Lack, lacking, needed } from '../machines/staffing.ts'
import { answer, type Request } from './commit.ts'
import type { House } from './house.ts'
import { changeInstitution, mustBeAdmin } from './people.ts'

export const firstSteps = ['institution', 'campuses', 'people', 'settings', 'students', 'cases'] as const
export type FirstStep = (typeof firstSteps)[number]
export type Beginnings = { steps: { name: FirstStep; done: boolean }[]; lacking: Lack[] }

/**
 * What has been done to set the institution up, for the administrator. Settings count as looked at once they were saved, or used by a case.
 * `lacking` are the departments that procedures wait for and where people are missing.
 */
export async function beginnings(house: House, by: string): Promise<Beginnings> {
  await mustBeAdmin(house, by)
  const { db } = house
  const missing = lacking(needed(procedures), await peopleByRole(db))
  const opened = await anyCase(db)
  const done: Record<FirstStep, boolean> = {
    institution: opened || (await institutionName(db)) !== null,
    campuses: await anyCampus(db),
    people: missing.length === 0,
    settings: opened || (await house.settings()).version > 1,
    students: await anyEnrolment(db),
    cases: opened,
  }
  return { steps: firstSteps.map((name) => ({ name, done: done[name] })), lacking: missing }
}

const { state } = schema

export const renameInstitution = (house: House, request: Request, form: { name: string }) =>
  changeInstitution(
    house,
    request,
    () => null,
    async () => {
      await mustBeAdmin(house, request.userId)
      const { name } = normalise(form)
      const kept = { key: institutionKey, value: name }
      return {
        writes: [
          write((tx) =>
            tx
              .insert(state)
              .values(kept)
              .onConflictDoUpdate({ target: state.key, set: { value: name } })
              .returning({ key: state.key }),
          ),
        ],
        happenings: [{ type: 'institution.renamed', actor: request.userId, facts: { name } }],
        answer: answer(200, { name }),
      }
    },
  )
