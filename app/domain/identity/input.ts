import { z } from 'zod'
import { choice, choices, email, text } from '../input.ts'
import { ROLES } from './actor.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const

/** A password as typed: spaces count, and nothing is trimmed. */
const password = z.preprocess((value) => value ?? '', z.string({ error: 'form.required' }).min(1, 'form.required').max(1000, 'form.too_long?max=200'))

export const SignInInput = z.object({ email, password })

export const InviteInput = z.object({ name: text(120), email, roles: choices(ROLES), language: choice(LANGUAGES) })
export type InviteInput = z.infer<typeof InviteInput>

/** `name` is asked of new people only; who has an account shows its password. */
export const JoinInput = z.object({ name: text(120).optional(), password })
export type JoinInput = z.infer<typeof JoinInput>
export const NewPersonInput = z.object({ name: text(120), password })

export const ForgotInput = z.object({ email })
export const ResetInput = z.object({ password })

export const PasswordInput = z.object({ currentPassword: password, newPassword: password })

export const AccountInput = z.object({ name: text(120), language: choice(LANGUAGES) })
export type AccountInput = z.infer<typeof AccountInput>
