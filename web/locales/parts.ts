// The words that come with the pages that need them: a part is one key of the texts, and a folder here.

export const parts = {
  audit: {
    'zh-CN': async () => (await import('./audit/zh-CN.ts')).auditZhCN,
    en: async () => (await import('./audit/en.ts')).auditEn,
  },
  help: {
    'zh-CN': async () => (await import('./help/zh-CN.ts')).helpZhCN,
    en: async () => (await import('./help/en.ts')).helpEn,
  },
  institution: {
    'zh-CN': async () => (await import('./institution/zh-CN.ts')).institutionZhCN,
    en: async () => (await import('./institution/en.ts')).institutionEn,
  },
  overview: {
    'zh-CN': async () => (await import('./overview/zh-CN.ts')).overviewZhCN,
    en: async () => (await import('./overview/en.ts')).overviewEn,
  },
  peopleImport: {
    'zh-CN': async () => (await import('./people-import/zh-CN.ts')).peopleImportZhCN,
    en: async () => (await import('./people-import/en.ts')).peopleImportEn,
  },
  replay: {
    'zh-CN': async () => (await import('./replay/zh-CN.ts')).replayZhCN,
    en: async () => (await import('./replay/en.ts')).replayEn,
  },
  tour: {
    'zh-CN': async () => (await import('./tour/zh-CN.ts')).tourZhCN,
    en: async () => (await import('./tour/en.ts')).tourEn,
  },
}
export type Part = keyof typeof parts
export type PartTexts = { [P in Part]: Awaited<ReturnType<(typeof parts)[P]['zh-CN']>> }
