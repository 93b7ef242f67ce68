export default {
  title: '供应商门户',
}
