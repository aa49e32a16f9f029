// Runs before anything is painted, as a script of its own that the page waits for: whoever chose a theme never sees another one first.
// It must import nothing, so that the browser can run it at once; theme-choice.ts keeps what is read here.
const chosen = localStorage.getItem('anjuan.theme')
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
if (localStorage.getItem('anjuan.language') === 'en') document.documentElement.lang = 'en'
