export default {
  title: '违规案件',
}
