// Random walks over machine, store and HTTP: whatever people do within what they are offered, the history stays whole.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { procedures } from '../../machines/procedures.ts'
import { institution } from './app.ts'
import { openSome, stepOn, walkers } from './walker.ts'

describe('walks', () => {
  it('tries', async () => {
    const house = await institution()
    const walk = await walkers(house)
    let seed = Number(process.env.SEED ?? 1)
    const draw = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed >> 8
    }
    const t0 = performance.now()
    for (const described of walk.procedures) {
      let n = 0
      for (let k = 0; k < 6; k++) {
        const id = await openSome(walk, described, draw)
        if (!id) { console.log('not opened', described.name); continue }
        let i = 0
        for (; i < 100; i++) {
          await stepOn(walk, id, draw)
          const v = await house.as('auditor').get(`/api/cases/${id}`)
          if (!v.body.open) { break }
        }
        n += i
        const v = await house.as('auditor').show(id)
        console.log(described.name, i, v.open, v.steps.map((s) => s.path).join(), v.deadlines.map(d=>d.deadline).join())
      }
      const types = Object.entries(procedures[described.name]!.events).filter(([, e]) => e.by.length).map(([t]) => t)
      console.log('unsaid', types.filter((t) => !walk.said.has(`${described.name} ${t}`)).join(' '))
    }
    console.log(performance.now() - t0)
    console.log([...new Set(walk.faults.map((f) => f.slice(0, 900)))].slice(0, 25).join('\n'))
    await house.close()
    void fc
    expect(walk.faults.length).toBe(0)
  }, 200000)
})
