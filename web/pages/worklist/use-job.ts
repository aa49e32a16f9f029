// Many cases one after the other: how far it has come, what failed and why, and the failed once more.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type CaseSummary, casesKey } from '../../api/cases.ts'
import { noticeEnd, type Session } from '../../api/session.ts'
import { type Deed, doOne, type Keys, type Told } from './deeds.ts'

export type Task = { of: CaseSummary; state: 'waiting' | 'running' | 'done' | 'failed'; error?: unknown }

export function useJob(deed: Deed, cases: CaseSummary[], reader: Session) {
  const client = useQueryClient()
  const [tasks, setTasks] = useState<Task[]>(() => cases.map((of) => ({ of, state: 'waiting' })))
  const [running, setRunning] = useState(false)
  const keys = useRef(new Map<string, Keys>())
  const stopped = useRef(false)
  const set = (id: string, patch: Partial<Task>) =>
    setTasks((before) => before.map((task) => (task.of.id === id ? { ...task, error: undefined, ...patch } : task)))

  const attempt = async (of: CaseSummary, told: Told) => {
    if (!keys.current.has(of.id)) keys.current.set(of.id, new Map())
    set(of.id, { state: 'running' })
    try {
      await doOne(deed, of, told, reader, keys.current.get(of.id)!)
      set(of.id, { state: 'done' })
    } catch (error) {
      noticeEnd(client, error)
      set(of.id, { state: 'failed', error })
    }
  }
  /** All that are not done. */
  const run = async (told: Told) => {
    stopped.current = false
    setRunning(true)
    for (const { of, state } of tasks) {
      if (stopped.current) break
      if (state !== 'done') await attempt(of, told)
    }
    setRunning(false)
    await client.invalidateQueries({ queryKey: casesKey })
  }
  const stop = () => {
    stopped.current = true
  }
  return { tasks, running, run, stop }
}
