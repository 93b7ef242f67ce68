export default {
  skip: '跳到正文',
  account: '账户',
  laws: '法定标记',
  language: '语言',
  theme: { label: '外观', light: '浅色', dark: '深色', system: '跟随系统' },
  signOut: '退出登录',
  organisation: { label: '组织', switch: '切换组织' },
  demo: '演示组织',
}
