export default {
  title: '评审',
}
