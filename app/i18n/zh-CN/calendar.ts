export default {
  title: '日历',
}
