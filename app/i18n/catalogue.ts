import type en from './en.ts'

/** The shape of a catalogue: every word of en, in another language. English plurals (`…_one`) may be missing. */
export type SameKeys<T> = { [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : SameKeys<T[K]> } & {
  [K in keyof T as K extends `${string}_one` ? K : never]?: string
}

type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Paths<T[K]>}`
}[keyof T & string]

/** Every key that `t` takes, such as 'common.action.save'. */
export type Key = Paths<typeof en>
