import { UpdateOrganisationInput, type OrganisationInput } from '#app/domain/organisations/input.ts'
import { newId } from '#app/platform/ids.server.ts'

/** What a person fills in to register an organisation, as the form sends it. */
export const organisationForm = {
  name: '海湾消费金融有限公司',
  nameAlt: 'Haiwan Consumer Finance',
  country: 'CN',
  regNo: '91110000600037341L',
  address: '',
  zone: 'Asia/Shanghai',
  language: 'zh-CN',
  unitDepartment: '个人信息保护部',
  unitLead: '何文博',
  unitPhone: '+86 10 8888 6666',
  unitEmail: 'privacy@haiwan.example',
}

/** The same, parsed. */
export function organisationInput(values: Partial<typeof organisationForm> = {}): OrganisationInput {
  const { revision: _, ...input } = UpdateOrganisationInput.parse({ ...organisationForm, ...values, revision: 1 })
  return input
}

/** The whole sign-up form with its first administrator. */
export function signUpForm(values: Record<string, string> = {}): Record<string, string> {
  const once = newId()
  return { ...organisationForm, once, adminName: 'Lin Jiayi', adminEmail: `lin.${once.slice(-8)}@haiwan.example`, password: 'river otter lamp 42', ...values }
}
