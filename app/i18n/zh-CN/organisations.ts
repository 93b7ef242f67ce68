export default {
  title: '组织',
}
