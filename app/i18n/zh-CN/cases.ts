export default {
  title: '案件',
}
