import {test} from 'vitest'
import {walk} from './walk.ts'
import {procedures} from '../../machines/procedures.ts'
import { statesOf, pathOf } from '../../machines/describe.ts'
test.each(Object.values(procedures))('$name', (p)=>{
 const t=performance.now()
 const w=walk(p, 60000)
 console.log([...w.looked], p.name, w.nodes.size, w.complete, performance.now()-t, [...w.faults], 'unsaid', Object.keys(p.events).filter(e=>!w.said.has(e)), 'unvisited', statesOf(p).filter(n=>!Object.keys(n.states).length).map(pathOf).filter(x=>!w.visited.has(x)))
}, 300000)
