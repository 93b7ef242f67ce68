/** Each is a file of this folder that exports a `workload`. */
export const NAMES = ['cold-start', 'deep-page', 'notifier-tick', 'pdf', 'score', 'search', 'trail', 'vendor-list-html', 'vendor-list-json'] as const
