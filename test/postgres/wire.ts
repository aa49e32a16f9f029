// The network between the service and its database, to be cut, and to be led elsewhere.
import { connect, createServer, type Socket } from 'node:net'

export type Wire = {
  /** The same address by way of this wire. */
  through: (url: string) => string
  /** Breaks every connection, and takes no new one. */
  cut: () => void
  /** What is said still arrives; no answer comes back, and then the connection breaks. */
  swallow: () => void
  /** Takes connections again, to the server at `port`. */
  mend: (port: number) => void
  /** How many connections were broken. */
  broken: () => number
  close: () => Promise<void>
}

export async function wireTo(first: number): Promise<Wire> {
  let port = first
  let [open, deaf] = [true, false]
  let broken = 0
  const pairs = new Set<[Socket, Socket]>()
  const end = (pair: [Socket, Socket]) => {
    if (pairs.delete(pair)) for (const socket of pair) socket.destroy()
  }
  const breakAll = () => {
    broken += pairs.size
    for (const pair of pairs) end(pair)
  }
  const server = createServer((near) => {
    if (!open) return near.destroy()
    const far = connect(port, '127.0.0.1')
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    near.on('data', (data) => far.write(data))
    far.on('data', (data) => deaf || near.write(data))
    for (const socket of pair) socket.on('error', () => end(pair)).on('close', () => end(pair))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port: own } = server.address() as { port: number }
  return {
    through: (url) => Object.assign(new URL(url), { port: String(own) }).href,
    cut: () => {
      open = false
      breakAll()
    },
    swallow: () => {
      deaf = true
      setTimeout(() => {
        open = false
        breakAll()
      }, 150)
    },
    mend: (to) => {
      ;[port, open, deaf] = [to, true, false]
    },
    broken: () => broken,
    close: async () => {
      breakAll()
      await new Promise((done) => server.close(done))
    },
  }
}
