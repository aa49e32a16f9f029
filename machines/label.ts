// Words for people: every text the product shows exists in both languages.
export type Locale = 'zh-CN' | 'en'
export type Label = Readonly<Record<Locale, string>>

export const say = (zh: string, en: string): Label => ({ 'zh-CN': zh, en })
