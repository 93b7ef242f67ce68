export default {
  title: '风险',
}
