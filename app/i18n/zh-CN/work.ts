export default {
  title: '我的工作',
}
