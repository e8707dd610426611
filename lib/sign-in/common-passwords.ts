/**
 * Passwords of at least 12 characters that every guessing list tries first, in lower case. Shorter ones are refused by
 * their length; runs and repetitions by a rule.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password1234 password12345 password123456 passwordpassword password1password password123! password1234!
  p@ssw0rd1234 p@ssword1234 passw0rd1234 p@ssw0rd12345 p@$$w0rd1234 mypassword123 mypassword1234 newpassword123
  changeme1234 changeme12345 changemeplease changemechangeme pleasechangeme letmein12345 letmein123456 letmeinletmein
  letmeinplease welcome12345 welcome123456 welcomewelcome welcome2024! welcome2025! welcome2026! administrator
  administrator1 administrator123 admin1234567 admin12345678 admin123456789 adminadminadmin adminpassword
  adminpassword1 rootpassword superadmin123 superuser1234 testtesttest testpassword testpassword1 test12345678
  qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwerty123456 qwerty1234567 qwerty12345678 qwertyqwerty qwerty123qwerty
  qwertyuiopasdf qwertyuiopasdfghjkl asdfghjkl123 asdfghjkl1234 asdfghjklasdfghjkl zxcvbnm12345 zxcvbnmzxcvbnm
  1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv qazwsxedcrfvtgb zaq12wsxcde3
  1qazxsw23edc q1w2e3r4t5y6 q1w2e3r4t5y6u7i8 iloveyou1234 iloveyou12345 iloveyouforever iloveyousomuch
  sunshine1234 princess1234 football1234 baseball1234 superman1234 starwars1234 liverpool123 manchester123
  chocolate123 butterfly123 basketball12 basketball123 thisisapassword thisismypassword ihatepasswords
  correcthorsebatterystaple trustno1trustno1 monkey123456 dragon123456 master123456 shadow123456 michael12345
  jennifer1234 computer1234 internet1234 whatever1234 abcd12345678 abc123456789 abc123abc123 abcdef123456
  abcdefgh1234 a1b2c3d4e5f6 aa1234567890 a123456789012 asdf1234asdf 123qweasdzxc 123456qwerty 12345qwerty12
  123456abcdef 1234abcd1234 passwort1234 passwort12345 geheimgeheim motdepasse123 contrasena123 contraseña123
  haslo1234567 wachtwoord12 wachtwoord123 lookback1234 lookbacklookback lookback12345 lookbackadmin
  customerservice customerservice1 callcenter123 secretsecret topsecret123 supersecret1 supersecret123 default12345
  companyname123 spring2024!! summer2024!! autumn2024!! winter2024!! spring2025!! summer2025!! autumn2025!! winter2025!!`.split(
    /\s+/,
  ),
);
