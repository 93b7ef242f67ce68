export default {
  title: '答卷',
}
