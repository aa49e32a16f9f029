// Parts of the app that are fetched when they are needed, on a line that may be cut. Browsers remember what could not be fetched and do not
// ask for it again: without a connection nothing is asked for.
import { noAnswer } from './client.ts'

/** A part of the app; without a connection it fails as whatever is asked of the server does. */
export async function reached<Part>(load: () => Promise<Part>): Promise<Part> {
  if (!navigator.onLine) throw noAnswer()
  try {
    return await load()
  } catch (error) {
    const up = await fetch('/api/health').then(
      ({ ok }) => ok,
      () => false,
    )
    throw up ? error : noAnswer()
  }
}

/** A part of the app that comes by itself as soon as there is a connection. */
export async function reachedOnceOnline<Part>(load: () => Promise<Part>): Promise<Part> {
  if (!navigator.onLine) await new Promise((then) => addEventListener('online', then, { once: true }))
  return load()
}
