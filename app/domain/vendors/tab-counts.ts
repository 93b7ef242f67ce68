/** How many rows stand behind each tab of a vendor's page. */
export type TabCounts = Record<'engagements' | 'assessments' | 'findings' | 'agreements' | 'audits' | 'violations' | 'documents' | 'contacts' | 'transfers', number>
