final class Secrets {
  private static final String A = "{{user[0:27]}}";
  private static final String B = "{{user[27:]}}";
}
