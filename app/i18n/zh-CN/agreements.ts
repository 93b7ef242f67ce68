export default {
  title: '协议',
}
