// Runs before anything is painted, as a script of its own that the page waits for: whoever chose a theme never sees another one first.
// It must import nothing, so that the browser can run it at once; theme-choice.ts keeps what is read here.
const chosen = localStorage.getItem('anjuan.theme')
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
if (localStorage.getItem('anjuan.language') === 'en') document.documentElement.lang = 'en'
if (/^\/(sign-in|setup)$/.test(location.pathname)) document.documentElement.dataset.frame = 'entrance'

const { app = '[]', expected = '{}' } = document.currentScript?.dataset ?? {}
const add = (tag: string, attributes: object) => document.head.append(Object.assign(document.createElement(tag), attributes))

// What is sure to be needed next travels together with the start: on a telephone each further round trip is a fifth of a second.
const here = ([when]: [string, unknown]) =>
  when.startsWith('^') ? new RegExp(when).test(location.pathname) : when === document.documentElement.lang
for (const href of Object.entries<string[]>(JSON.parse(expected))
  .filter(here)
  .flatMap(([, files]) => files))
  add('link', href.endsWith('.css') ? { rel: 'preload', as: 'style', crossOrigin: '', href } : { rel: 'modulepreload', href })

// The app keeps a telephone busy for a while: first the frame is painted. A page that nobody looks at is not painted, and starts all the same.
let begun = false
const begin = () => {
  if (begun) return
  begun = true
  for (const src of JSON.parse(app)) add('script', { type: 'module', src })
}
requestAnimationFrame(() => setTimeout(begin))
setTimeout(begin, 500)
