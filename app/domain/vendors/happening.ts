/** One entry of the trail as a page reads it: what was done, by whom, and what its readers were told. */
export type Happening = { seq: number; at: Date; action: string; subjectType: string; subjectId: string; actorKind: string; actorName: string; data: Record<string, string | number | undefined> }
