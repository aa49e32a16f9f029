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
      const ids = new Set<string>()
      for (let k = 0; k < 6; k++) {
        const id = await openSome(walk, described, draw)
        if (!id) {
          console.log('not opened', described.name)
          continue
        }
        ids.add(id)
        let i = 0
        while (i < 150 && (await stepOn(walk, id, draw))) i++
        const v = await house.as('auditor').show(id)
        console.log(described.name, i, v.open, v.steps.map((s) => s.path).join(), v.deadlines.map((d) => d.deadline).join())
      }
      const types = Object.entries(procedures[described.name]!.events)
        .filter(([, e]) => e.by.length)
        .map(([t]) => t)
      console.log(
        'unsaid',
        types.filter((t) => ![...walk.said.keys()].some((k) => ids.has(k.split(' ')[0]!) && k.endsWith(` ${t}`))).join(' '),
      )
    }
    console.log(performance.now() - t0)
    const seen = new Set<string>()
    for (const f of walk.faults) {
      const k = f.replace(/says .*code":/, '')
      if (!seen.has(k)) console.log(f.slice(0, 1200))
      seen.add(k)
    }
    await house.close()
    void fc
    expect(walk.faults.length).toBe(0)
  }, 200000)
})
