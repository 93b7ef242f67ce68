export default {
  title: '问题整改',
}
