export default {
  title: '留痕',
}
