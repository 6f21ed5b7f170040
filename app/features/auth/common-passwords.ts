/** The most used passwords of twelve characters and more, in lower case and without spaces. Shorter ones are refused anyway. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  password1234 password12345 password123456 password123! password2024 password2025 password2026 password2027
  passwordpassword password1password passw0rd1234 p@ssw0rd1234 p@ssword1234 p@ssw0rd123! mypassword123 mypassword1234
  newpassword1 newpassword123 changeme1234 changeme12345 changeme123! changemeplease changepassword letmein12345
  letmeinplease letmeinletmein welcome12345 welcome123456 welcome1234! welcome2024! welcome2025! welcome2026!
  qwertyuiop123 qwertyuiop1234 qwertyuiop12 qwertyuiopas qwertyuiopasdf qwertyuiopasdfghjkl qwerty123456 qwerty1234567
  qwerty12345678 qwerty123qwerty qwertyqwerty qwertyqwerty1 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u
  1q2w3e4r5t6y7u8i zaq12wsxcde3 zaq1zaq1zaq1 qazwsxedcrfv qazwsxedcrfvtgb asdfghjkl123 asdfghjkl1234 asdfghjklqwe
  zxcvbnm12345 zxcvbnm123456 zxcvbnmasdfgh administrator administrator1 admin1234567 admin12345678 admin123admin
  adminadmin12 adminadminadmin adminpassword superadmin123 iloveyou1234 iloveyou12345 iloveyou2024 iloveyouforever
  sunshine1234 sunshine12345 princess1234 princess12345 football1234 football12345 baseball1234 baseball12345
  basketball12 basketball123 liverpool123 liverpool1234 manchesterunited chelsea12345 arsenal12345 barcelona123
  realmadrid123 superman1234 superman12345 batman123456 spiderman123 pokemon12345 starwars1234 starwars12345
  dragon123456 monkey123456 shadow123456 master123456 michael12345 jennifer1234 jessica12345 charlie12345
  abc123abc123 abcd12345678 abcdefgh1234 abcd1234abcd a1b2c3d4e5f6 a1b2c3d4e5f6g7 aa1234567890 1234567890ab
  123456789abc 1234567890qw 123456789qwe 0123456789012 0987654321098 0987654321qwe 123321123321 112233445566
  11223344556677 121212121212 123412341234 123123123123 147258369147 147258369000 159753159753 741852963000
  987654321000 999999999999 111222333444 secret123456 secretsecret secretpassword topsecret123 trustno11234
  opensesame123 google123456 facebook1234 facebook12345 linkedin1234 microsoft123 whatever1234 whatever12345
  nothing12345 computer1234 computer12345 internet1234 internet12345 samsung12345 winter2024!! winter2025!!
  summer2024!! summer2025!! summer2026!! spring2026!! autumn2026!! companyname1 companypassword temporary123
  temppassword temppassword1 testtesttest testpassword testpassword1 test12345678 test123456789 correcthorsebatterystaple
  thisisapassword thisismypassword idontknow123 forgotpassword nopassword123 guestguest12 defaultpassword
  monday123456 january12345 december2025 november2025 october12345
  `
    .trim()
    .split(/\s+/),
);
