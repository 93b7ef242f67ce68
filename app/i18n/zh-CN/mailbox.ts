export default {
  title: '邮箱',
}
