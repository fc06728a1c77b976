/** As what somebody answers for a draft. */
export const signOffRoles = ['editor', 'second checker', 'legal'] as const
export type SignOffRole = (typeof signOffRoles)[number]
