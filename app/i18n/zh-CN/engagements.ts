export default {
  title: '合作事项',
}
