// The courses of the sample institution. Prices are list prices in fen.
export type Course = { name: string; listFen: number; lessons: number; perWeek: number; materialsFen: number }

export const courses: readonly Course[] = [
  { name: '英语综合', listFen: 980_000, lessons: 60, perWeek: 2, materialsFen: 12_000 },
  { name: '数学思维', listFen: 760_000, lessons: 48, perWeek: 1, materialsFen: 9_000 },
  { name: '美术创意', listFen: 540_000, lessons: 36, perWeek: 1, materialsFen: 15_000 },
  { name: '编程启蒙', listFen: 860_000, lessons: 32, perWeek: 1, materialsFen: 0 },
  { name: '书法', listFen: 420_000, lessons: 30, perWeek: 1, materialsFen: 8_000 },
]
/** The dear one: alone it comes to more than may be refunded without a release. */
export const piano: Course = { name: '钢琴', listFen: 1_480_000, lessons: 40, perWeek: 1, materialsFen: 6_000 }
