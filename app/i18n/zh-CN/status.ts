export default {
  title: '状态',
}
