export default {
  title: '协议草案',
}
