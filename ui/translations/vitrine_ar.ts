<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>AttractScreen</name>
        <message>
            <source>See it on you,
before you decide.</source>
            <translation>لنرَ اللون عليك،
قبل القرار.</translation>
        </message>
        <message>
            <source>Step up and touch. Your picture stays in this mirror and is gone when you leave.</source>
            <translation>الاقتراب واللمس يكفيان. صورتك تبقى في هذه المرآة وتختفي عند مغادرتك.</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>لنبدأ</translation>
        </message>
        <message>
            <source>The camera follows your face only to place the colour. Nobody is recognised, nothing is recorded.</source>
            <translation>تتابع الكاميرا وجهك لوضع اللون في مكانه فقط. لا نتعرّف على أحد ولا نسجّل شيئًا.</translation>
        </message>
    </context>
    <context>
        <name>CartPage</name>
        <message>
            <source>%1 is taken off</source>
            <comment>coupon</comment>
            <translation>تم خصم %1</translation>
        </message>
        <message>
            <source>We do not know %1</source>
            <comment>coupon</comment>
            <translation>لا نعرف %1</translation>
        </message>
        <message>
            <source>%1 is out of date</source>
            <comment>coupon</comment>
            <translation>انتهت صلاحية %1</translation>
        </message>
        <message>
            <source>%1 more, and %2 counts</source>
            <translation>أضف %1 ويُحتسب %2</translation>
        </message>
        <message>
            <source>%1 does not fit this cart yet</source>
            <comment>coupon</comment>
            <translation>‏%1 لا يناسب هذه السلة بعد</translation>
        </message>
        <message>
            <source>%1 does not go together with your other savings</source>
            <comment>coupon</comment>
            <translation>‏%1 لا يُجمع مع تخفيضاتك الأخرى</translation>
        </message>
        <message>
            <source>Your cart</source>
            <translation>سلتك</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>العودة إلى المرآة</translation>
        </message>
        <message>
            <source>All together, tax included</source>
            <translation>المجموع شاملًا الضريبة</translation>
        </message>
        <message>
            <source>All together, %1 saved</source>
            <translation>المجموع، وفّرت %1</translation>
        </message>
        <message>
            <source>To my phone</source>
            <translation>إلى هاتفي</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>متابعة التجربة</translation>
        </message>
        <message>
            <source>Check out</source>
            <translation>إتمام الشراء</translation>
        </message>
        <message>
            <source>%1 is no longer sold here</source>
            <translation>لم يعد %1 يُباع هنا</translation>
        </message>
        <message>
            <source>%1 · %2 each</source>
            <comment>shade, price</comment>
            <translation>%1 · %2 للقطعة</translation>
        </message>
        <message>
            <source>Was %1 when you added it, now %2</source>
            <translation>كان %1 عند إضافته، والآن %2</translation>
        </message>
        <message>
            <source>Wrap %1 as a gift</source>
            <translation>تغليف %1 كهدية</translation>
        </message>
        <message>
            <source>without offers %1</source>
            <translation>بدون عروض %1</translation>
        </message>
        <message>
            <source>Being paid at %1. Nothing can be changed until that is done.</source>
            <translation>يجري الدفع عند %1. لا يمكن تغيير شيء حتى ينتهي.</translation>
        </message>
        <message>
            <source>That could not be kept, and nothing was changed. For the team: %1</source>
            <translation>تعذّر حفظ ذلك ولم يتغير شيء. للفريق: %1</translation>
        </message>
        <message>
            <source>%1 is out of your cart.</source>
            <translation>خرج %1 من سلتك.</translation>
        </message>
        <message>
            <source>Just added from your other screen: %1</source>
            <translation>أُضيف الآن من شاشتك الأخرى: %1</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>أعِده</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>حسنًا</translation>
        </message>
        <message>
            <source>Nothing here yet. Touch a shade, and add what suits you. A cart that you began on your phone comes here when you show its code to the mirror.</source>
            <translation>لا شيء بعد. المس لونًا وأضف ما يناسبك. والسلة التي بدأتها على هاتفك تأتي إلى هنا حين تُري المرآة رمزها.</translation>
        </message>
        <message>
            <source>Take back coupon %1</source>
            <translation>استرجاع القسيمة %1</translation>
        </message>
        <message>
            <source>For the shop: %1</source>
            <comment>note</comment>
            <translation>للمتجر: %1</translation>
        </message>
        <message>
            <source>I have a coupon</source>
            <translation>لديّ قسيمة</translation>
        </message>
        <message>
            <source>Tell the shop something</source>
            <translation>رسالة إلى المتجر</translation>
        </message>
        <message>
            <source>Change what I said</source>
            <translation>تغيير رسالتي</translation>
        </message>
        <message>
            <source>Without offers</source>
            <translation>بدون عروض</translation>
        </message>
        <message>
            <source>You save</source>
            <translation>توفّر</translation>
        </message>
        <message>
            <source>Tax in it, %1</source>
            <translation>منها ضريبة، %1</translation>
        </message>
        <message>
            <source>Saved here. It goes to the shop by itself when the network is back.</source>
            <translation>محفوظ هنا. يصل إلى المتجر وحده حين تعود الشبكة.</translation>
        </message>
        <message>
            <source>That cart could not be brought here. Let the phone show a new code. For the team: %1</source>
            <translation>تعذّر إحضار تلك السلة. أظهر رمزًا جديدًا على الهاتف. للفريق: %1</translation>
        </message>
    </context>
    <context>
        <name>CheckoutPage</name>
        <message>
            <source>Try again</source>
            <translation>محاولة أخرى</translation>
        </message>
        <message>
            <source>Where would you like to fetch it?</source>
            <translation>من أين تحب استلامه؟</translation>
        </message>
        <message>
            <source>One moment</source>
            <translation>لحظة</translation>
        </message>
        <message>
            <source>Show this at the till</source>
            <translation>أرِ هذا عند الصندوق</translation>
        </message>
        <message>
            <source>It will be waiting for you</source>
            <translation>سيكون في انتظارك</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>لم ينجح ذلك</translation>
        </message>
        <message>
            <source>How would you like to get it?</source>
            <translation>كيف تحب أن تحصل عليه؟</translation>
        </message>
        <message>
            <source>Back to the cart</source>
            <translation>العودة إلى السلة</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message>
            <source>Receipt on my phone</source>
            <translation>الإيصال على هاتفي</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>متابعة التجربة</translation>
        </message>
        <message>
            <source>Pay at the till</source>
            <translation>الدفع عند الصندوق</translation>
        </message>
        <message>
            <source>Take everything with you. You get a code to show there.</source>
            <translation>خذ كل شيء معك. تحصل على رمز تُريه هناك.</translation>
        </message>
        <message>
            <source>Fetch it later</source>
            <translation>الاستلام لاحقًا</translation>
        </message>
        <message>
            <source>Here or in another of our shops. You pay when you fetch it.</source>
            <translation>هنا أو في متجر آخر لنا. تدفع عند الاستلام.</translation>
        </message>
        <message>
            <source>Have it sent home</source>
            <translation>التوصيل إلى المنزل</translation>
        </message>
        <message>
            <source>Type your address on your phone, never here.</source>
            <translation>اكتب عنوانك على هاتفك، لا هنا أبدًا.</translation>
        </message>
        <message>
            <source>%1, where you are</source>
            <comment>store</comment>
            <translation>%1، حيث أنت</translation>
        </message>
        <message>
            <source>%1
Not everything is there just now</source>
            <comment>address</comment>
            <translation>%1
ليس كل شيء متوفرًا هناك الآن</translation>
        </message>
        <message>
            <source>%1
Ready %2</source>
            <comment>address, day and time</comment>
            <translation>%1
جاهز: %2</translation>
        </message>
        <message>
            <source>Your order is being written down.</source>
            <translation>يجري تسجيل طلبك.</translation>
        </message>
        <message>
            <source>Your cart is being paid at another device just now. Wait a moment, or go on there.</source>
            <translation>يجري دفع سلتك الآن على جهاز آخر. انتظر قليلًا أو تابع هناك.</translation>
        </message>
        <message>
            <source>Your cart is as it was. Try again, or ask one of us.</source>
            <translation>سلتك كما كانت. حاول ثانيةً أو اسأل أحدنا.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>للفريق: %1</translation>
        </message>
        <message>
            <source>Your code: %1</source>
            <translation>رمزك: %1</translation>
        </message>
        <message>
            <source>Paid: %1. Thank you!</source>
            <translation>تم الدفع: %1. شكرًا لكم!</translation>
        </message>
        <message>
            <source>To pay: %1</source>
            <translation>للدفع: %1</translation>
        </message>
        <message>
            <source>The till scans this code or types it. Your things stay with you until then.</source>
            <translation>يمسح الصندوق هذا الرمز أو يكتبه. تبقى أغراضك معك حتى ذلك الحين.</translation>
        </message>
        <message>
            <source>%1, from %2. You pay there; the code is all you need.</source>
            <comment>store, day and time</comment>
            <translation>%1، ابتداءً من %2. تدفع هناك، والرمز يكفي.</translation>
        </message>
        <message>
            <source>%1. You pay there; the code is all you need.</source>
            <comment>store</comment>
            <translation>%1. تدفع هناك، والرمز يكفي.</translation>
        </message>
        <message>
            <source>The shop has your order.</source>
            <translation>وصل طلبك إلى المتجر.</translation>
        </message>
        <message>
            <source>Written down here. The shop hears of it when the network is back; you need not wait.</source>
            <translation>سُجّل هنا. يعلم المتجر به حين تعود الشبكة، ولا حاجة للانتظار.</translation>
        </message>
        <message>
            <source>Written down here. The shop confirms it when the network is back; ask one of us if you cannot wait.</source>
            <translation>سُجّل هنا. يؤكده المتجر حين تعود الشبكة، واسأل أحدنا إن كنت لا تستطيع الانتظار.</translation>
        </message>
        <message>
            <source>For your phone</source>
            <translation>لهاتفك</translation>
        </message>
        <message>
            <source>For the till</source>
            <translation>للصندوق</translation>
        </message>
    </context>
    <context>
        <name>ComfortPage</name>
        <message>
            <source>Make yourself comfortable</source>
            <translation>كما يريحك</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>العودة إلى المرآة</translation>
        </message>
        <message>
            <source>Everything within reach</source>
            <translation>كل شيء في متناول اليد</translation>
        </message>
        <message>
            <source>Brings every control and the picture lower</source>
            <translation>يُنزل الصورة وكل الأزرار إلى الأسفل</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>تباين عالٍ</translation>
        </message>
        <message>
            <source>Black on white</source>
            <translation>أسود على أبيض</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>نص أكبر</translation>
        </message>
        <message>
            <source>Easier to read from afar</source>
            <translation>قراءة أسهل عن بُعد</translation>
        </message>
    </context>
    <context>
        <name>CompareSlider</name>
        <message>
            <source>Before and now</source>
            <translation>قبل والآن</translation>
        </message>
        <message>
            <source>before</source>
            <translation>قبل</translation>
        </message>
        <message>
            <source>now</source>
            <translation>الآن</translation>
        </message>
        <message>
            <source>Slide to compare with before</source>
            <translation>اسحب للمقارنة مع قبل</translation>
        </message>
    </context>
    <context>
        <name>EntryPage</name>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>ليس الآن</translation>
        </message>
    </context>
    <context>
        <name>GoodbyeScreen</name>
        <message>
            <source>See you soon.</source>
            <translation>إلى اللقاء.</translation>
        </message>
        <message>
            <source>Nothing was kept: not your picture, not what you tried, not your picks.</source>
            <translation>لم نحتفظ بشيء: لا صورتك، ولا ما جرّبته، ولا مختاراتك.</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>البدء من جديد</translation>
        </message>
        <message>
            <source>Nothing was kept here. The picture for your phone waits ten minutes behind its code, then it is gone too.</source>
            <translation>لم يُحفظ شيء هنا. تنتظر الصورة المرسلة إلى هاتفك عشر دقائق خلف رمزها ثم تختفي هي أيضًا.</translation>
        </message>
    </context>
    <context>
        <name>HandoffPage</name>
        <message>
            <source>Sent to your home</source>
            <translation>إلى منزلك</translation>
        </message>
        <message>
            <source>Your cart on your phone</source>
            <translation>سلتك على هاتفك</translation>
        </message>
        <message>
            <source>Back to the cart</source>
            <translation>العودة إلى السلة</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>حاول ثانيةً</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>متابعة التجربة</translation>
        </message>
        <message>
            <source>A code for your phone is being made ready.</source>
            <translation>يجري تجهيز رمز لهاتفك.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code and type your address there. It is never shown on this mirror.</source>
            <translation>وجّه كاميرا هاتفك إلى الرمز واكتب عنوانك هناك. لا يظهر على هذه المرآة أبدًا.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code. Go on there or here: both show the same cart.</source>
            <translation>وجّه كاميرا هاتفك إلى الرمز. تابع هناك أو هنا: السلة نفسها في الاثنين.</translation>
        </message>
        <message>
            <source>The code is too old now. Take a new one.</source>
            <translation>انتهى وقت الرمز. خذ رمزًا جديدًا.</translation>
        </message>
        <message>
            <source>There is no way to the shop’s network just now. Your cart is safe here, and paying at the till works.</source>
            <translation>لا طريق إلى شبكة المتجر الآن. سلتك محفوظة هنا، والدفع عند الصندوق ممكن.</translation>
        </message>
        <message>
            <source>It works once, for one phone, and for %1 more.</source>
            <translation>يعمل مرة واحدة، لهاتف واحد، ولمدة %1 بعد.</translation>
        </message>
        <message>
            <source>To bring the cart back, show its code on the phone to this mirror.</source>
            <translation>لإعادة السلة، أرِ هذه المرآة رمزها على الهاتف.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>للفريق: %1</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>What you can do here</source>
            <translation>ما يمكنك فعله هنا</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>العودة إلى المرآة</translation>
        </message>
        <message>
            <source>Touch a shade and see it on you. Slide along the shades to compare them.</source>
            <translation>المس أي لون لتراه عليك، ومرّر إصبعك على الألوان لمقارنتها.</translation>
        </message>
        <message>
            <source>Slide the handle under your face to see before and now side by side.</source>
            <translation>حرّك المقبض تحت وجهك لترى قبل والآن جنبًا إلى جنب.</translation>
        </message>
        <message>
            <source>Undo takes back one step. Nothing you touch here can go wrong.</source>
            <translation>التراجع يعيدك خطوة واحدة. لا شيء هنا يمكن أن يتعطل باللمس.</translation>
        </message>
        <message>
            <source>Add what you want to your cart and pay at the till, or keep it on your wish list.</source>
            <translation>أضف ما تريد إلى سلتك وادفع عند الصندوق، أو احتفظ به في قائمة أمنياتك.</translation>
        </message>
        <message>
            <source>Your picture stays in this mirror unless you send one to your phone, and is gone when you leave.</source>
            <translation>تبقى صورتك في هذه المرآة ما لم تُرسَل إلى هاتفك، وتختفي عند مغادرتك.</translation>
        </message>
        <message>
            <source>Rather talk to a person? Wave to one of us, we know this mirror well.</source>
            <translation>تفضّل الحديث مع شخص؟ أشِر إلى أحدنا، فنحن نعرف هذه المرآة جيدًا.</translation>
        </message>
        <message>
            <source>Where is my order?</source>
            <translation>أين طلبي؟</translation>
        </message>
    </context>
    <context>
        <name>LanguagePage</name>
        <message>
            <source>Which language do you like?</source>
            <translation>بأي لغة؟</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>العودة إلى المرآة</translation>
        </message>
    </context>
    <context>
        <name>LooksShelf</name>
        <message>
            <source>Wear a whole look, then change any piece of it.</source>
            <translation>جرّب إطلالة كاملة، ثم غيّر أي جزء منها.</translation>
        </message>
        <message>
            <source>%1, on you</source>
            <translation>%1، على وجهك</translation>
        </message>
    </context>
    <context>
        <name>MirrorScreen</name>
        <message>
            <source>Tell the shop</source>
            <translation>إرسال إلى المتجر</translation>
        </message>
        <message>
            <source>Your coupon</source>
            <translation>قسيمتك</translation>
        </message>
        <message>
            <source>The letters and digits on it</source>
            <translation>الحروف والأرقام عليها</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>استخدمها</translation>
        </message>
        <message>
            <source>What should the shop know?</source>
            <translation>ماذا ينبغي أن يعرف المتجر؟</translation>
        </message>
        <message>
            <source>Such as a message for a gift</source>
            <translation>مثل رسالة مع هدية</translation>
        </message>
        <message>
            <source>Where is my order?</source>
            <translation>أين طلبي؟</translation>
        </message>
        <message>
            <source>The ten letters and digits of its code</source>
            <translation>حروف رمزه وأرقامه العشرة</translation>
        </message>
        <message>
            <source>Find it</source>
            <translation>ابحث عنه</translation>
        </message>
    </context>
    <context>
        <name>OfferCard</name>
        <message>
            <source>Why this? %1</source>
            <translation>لماذا هذا؟ %1</translation>
        </message>
        <message>
            <source>Add it</source>
            <translation>أضِفه</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>استخدمه</translation>
        </message>
        <message>
            <source>Not interested</source>
            <translation>لا يهمني</translation>
        </message>
    </context>
    <context>
        <name>OrderPage</name>
        <message>
            <source>Ordered</source>
            <translation>طُلب</translation>
        </message>
        <message>
            <source>Waiting to be paid</source>
            <translation>في انتظار الدفع</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>دُفع</translation>
        </message>
        <message>
            <source>Being made ready</source>
            <translation>قيد التجهيز</translation>
        </message>
        <message>
            <source>Ready to be fetched</source>
            <translation>جاهز للاستلام</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>في الطريق</translation>
        </message>
        <message>
            <source>Fetched</source>
            <translation>استُلم</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>سُلّم</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>أُلغي</translation>
        </message>
        <message>
            <source>Coming back to us</source>
            <translation>في طريق العودة إلينا</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>أُعيد</translation>
        </message>
        <message>
            <source>Order %1</source>
            <translation>الطلب %1</translation>
        </message>
        <message>
            <source>Where is my order?</source>
            <translation>أين طلبي؟</translation>
        </message>
        <message>
            <source>Another code</source>
            <translation>رمز آخر</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>العودة إلى المرآة</translation>
        </message>
        <message>
            <source>Looking for it…</source>
            <translation>نبحث عنه…</translation>
        </message>
        <message>
            <source>No order has this code. Check it once more: it has ten letters and digits.</source>
            <translation>لا طلب بهذا الرمز. انظر إليه مرة أخرى: فيه عشرة حروف وأرقام.</translation>
        </message>
        <message>
            <source>There is no way to the shop’s network just now. Ask one of us, or open the order on your phone.</source>
            <translation>لا طريق إلى شبكة المتجر الآن. اسأل أحدنا أو افتح الطلب على هاتفك.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>للفريق: %1</translation>
        </message>
        <message>
            <source>In all: %1</source>
            <translation>المجموع: %1</translation>
        </message>
        <message>
            <source>In all: %1. Ready from %2</source>
            <comment>amount, day and time</comment>
            <translation>المجموع: %1. جاهز ابتداءً من %2</translation>
        </message>
        <message>
            <source>Follow it on your phone, or bring something back: point its camera here.</source>
            <translation>تابعه على هاتفك أو أعِد شيئًا منه: وجّه الكاميرا هنا.</translation>
        </message>
        <message>
            <source>Follow it on your phone: point its camera here.</source>
            <translation>تابعه على هاتفك: وجّه الكاميرا هنا.</translation>
        </message>
    </context>
    <context>
        <name>Picture</name>
        <message>
            <source>Your reflection</source>
            <translation>انعكاسك</translation>
        </message>
    </context>
    <context>
        <name>ProductShelf</name>
        <message>
            <source>%1, %2</source>
            <comment>kind, finish</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>Styles</source>
            <translation>الأساليب</translation>
        </message>
        <message>
            <source>%1, on you</source>
            <translation>%1، على وجهك</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>description, size</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Shades</source>
            <translation>الألوان</translation>
        </message>
        <message>
            <source>%1 · %2, a %3</source>
            <comment>shade code, shade name, colour in words</comment>
            <translation>%1 · %2، %3</translation>
        </message>
        <message>
            <source>Touch a shade to see it on you, or slide along them</source>
            <translation>المس لونًا لتراه عليك، أو مرّر إصبعك على الألوان</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>خفيف</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>الكثافة</translation>
        </message>
        <message>
            <source>Rich</source>
            <translation>كثيف</translation>
        </message>
        <message>
            <source>Find my shade</source>
            <translation>اعثر على درجتي</translation>
        </message>
    </context>
    <context>
        <name>QrCode</name>
        <message>
            <source>A code for your phone’s camera</source>
            <translation>رمز لكاميرا هاتفك</translation>
        </message>
    </context>
    <context>
        <name>QuantityStepper</name>
        <message>
            <source>One fewer of %1</source>
            <translation>واحد أقل من %1</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>إزالة %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>quantity, product</comment>
            <translation>%1 من %2</translation>
        </message>
        <message>
            <source>One more of %1</source>
            <translation>واحد آخر من %1</translation>
        </message>
    </context>
    <context>
        <name>RestingPicture</name>
        <message>
            <source>One moment…</source>
            <translation>لحظة من فضلك…</translation>
        </message>
        <message>
            <source>The mirror is taking a short rest</source>
            <translation>المرآة في استراحة قصيرة</translation>
        </message>
        <message>
            <source>Your reflection is on its way.</source>
            <translation>انعكاسك في الطريق.</translation>
        </message>
        <message>
            <source>Look through every shade meanwhile. Your reflection comes back by itself.</source>
            <translation>تصفّح كل الألوان في هذه الأثناء. سيعود انعكاسك من تلقاء نفسه.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>لفريق العمل: %1</translation>
        </message>
    </context>
    <context>
        <name>ScanToast</name>
        <message>
            <source>What you showed to the mirror</source>
            <translation>ما عرضتَه على المرآة</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Your order %1</source>
            <translation>طلبك %1</translation>
        </message>
        <message>
            <source>Coupon %1</source>
            <translation>القسيمة %1</translation>
        </message>
        <message>
            <source>We do not sell this</source>
            <translation>لا نبيع هذا المنتج</translation>
        </message>
        <message>
            <source>We do not know this code</source>
            <translation>لا نعرف هذا الرمز</translation>
        </message>
        <message>
            <source>We may have something like it.</source>
            <translation>قد يكون لدينا ما يشبهه.</translation>
        </message>
        <message>
            <source>It is not one of this shop’s.</source>
            <translation>ليس من رموز هذا المتجر.</translation>
        </message>
        <message>
            <source>Try on</source>
            <translation>تجربة</translation>
        </message>
        <message>
            <source>Try on %1</source>
            <translation>تجربة %1</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>في سلتك</translation>
        </message>
        <message>
            <source>Add to cart</source>
            <translation>أضف إلى السلة</translation>
        </message>
        <message>
            <source>Add %1 to cart</source>
            <translation>أضف %1 إلى السلة</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>استخدام</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>عرض</translation>
        </message>
        <message>
            <source>Ask one of us</source>
            <translation>اسأل أحدنا</translation>
        </message>
    </context>
    <context>
        <name>ShadePage</name>
        <message>
            <source>Look straight at the mirror</source>
            <translation>انظر إلى المرآة مباشرة</translation>
        </message>
        <message>
            <source>Nearest to your skin</source>
            <translation>الأقرب إلى بشرتك</translation>
        </message>
        <message>
            <source>I cannot tell in this light</source>
            <translation>لا يمكن التحديد في هذا الضوء</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>القياس من جديد</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>حاول مرة أخرى</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>ليس الآن</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>متابعة التجربة</translation>
        </message>
        <message>
            <source>The mirror reads the colour of your skin for two seconds. Nothing of it is kept.</source>
            <translation>تقرأ المرآة لون بشرتك لمدة ثانيتين. لا يُحفظ منه شيء.</translation>
        </message>
        <message>
            <source>Touch one to see it on you.</source>
            <translation>المس إحداها لتراها عليك.</translation>
        </message>
        <message>
            <source>None of its shades is close to your skin. Ask us for another foundation.</source>
            <translation>ليست أيٌّ من درجاته قريبة من بشرتك. اطلب منا كريم أساس آخر.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>shade code, shade name</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>shade, how it differs from the skin</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>%1 · on you now</source>
            <comment>how a shade differs</comment>
            <translation>%1 · عليك الآن</translation>
        </message>
        <message>
            <source>ΔE %1</source>
            <translation>ΔE %1</translation>
        </message>
    </context>
    <context>
        <name>SnapshotPage</name>
        <message>
            <source>Look into the mirror</source>
            <translation>النظر إلى المرآة</translation>
        </message>
        <message>
            <source>Your picture</source>
            <translation>صورتك</translation>
        </message>
        <message>
            <source>Take another picture</source>
            <translation>التقاط صورة أخرى</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>ليس الآن</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>حذفها</translation>
        </message>
        <message>
            <source>On its way…</source>
            <translation>في الطريق…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>محاولة أخرى</translation>
        </message>
        <message>
            <source>Send to my phone</source>
            <translation>إرسالها إلى هاتفي</translation>
        </message>
        <message>
            <source>It is in this mirror only, and gone when you let it go or leave.</source>
            <translation>هي في هذه المرآة فقط، وتختفي عند حذفها أو عند مغادرتك.</translation>
        </message>
        <message>
            <source>A page for your phone is being made ready.</source>
            <translation>يجري تجهيز صفحة لهاتفك.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code. Your picture waits there for ten minutes, then it is gone.</source>
            <translation>لتوجَّه كاميرا الهاتف إلى الرمز. تنتظر صورتك هناك عشر دقائق ثم تختفي.</translation>
        </message>
        <message>
            <source>It could not be sent just now. It is still here.</source>
            <translation>تعذّر إرسالها الآن. ما زالت هنا.</translation>
        </message>
        <message>
            <source>This mirror sends no pictures to phones: this one is for looking, and gone when you let it go or leave.</source>
            <translation>هذه المرآة لا ترسل صورًا إلى الهواتف: هذه الصورة للمشاهدة فقط، وتختفي عند حذفها أو عند مغادرتك.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>لفريق العمل: %1</translation>
        </message>
        <message>
            <source>What you are wearing in it</source>
            <translation>ما على الوجه في الصورة</translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message>
            <source>The hub was not asked yet</source>
            <translation>لم يُسأل الخادم بعد</translation>
        </message>
        <message>
            <source>Connected to the hub</source>
            <translation>متصل بالخادم</translation>
        </message>
        <message>
            <source>The hub does not answer; it is tried again by itself</source>
            <translation>الخادم لا يجيب، وتُعاد المحاولة وحدها</translation>
        </message>
        <message>
            <source>The hub does not let this kiosk in</source>
            <translation>الخادم لا يقبل هذا الجهاز</translation>
        </message>
        <message>
            <source>The hub cannot be asked</source>
            <translation>لا يمكن سؤال الخادم</translation>
        </message>
        <message>
            <source>This kiosk has no hub</source>
            <translation>لا خادم لهذا الجهاز</translation>
        </message>
        <message>
            <source>For the team</source>
            <translation>للفريق</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>تحديث</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>العودة إلى المرآة</translation>
        </message>
        <message>
            <source>What the hub refused</source>
            <translation>ما رفضه الخادم</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>حاول ثانيةً</translation>
        </message>
        <message>
            <source>It answered last %1 ago</source>
            <translation>آخر جواب قبل %1</translation>
        </message>
        <message>
            <source>Nothing waits to be sent</source>
            <translation>لا شيء ينتظر الإرسال</translation>
        </message>
        <message>
            <source>%1 steps wait to be sent, the oldest for %2</source>
            <translation>تنتظر %1 خطوة الإرسال، أقدمها منذ %2</translation>
        </message>
        <message>
            <source>The hub refused these for good: %1</source>
            <translation>رفضها الخادم نهائيًا: %1</translation>
        </message>
    </context>
    <context>
        <name>StillTherePage</name>
        <message>
            <source>Still there?</source>
            <translation>هل ما زلت هنا؟</translation>
        </message>
        <message>
            <source>I’m done</source>
            <translation>انتهيت</translation>
        </message>
        <message>
            <source>I’m still here</source>
            <translation>ما زلت هنا</translation>
        </message>
        <message>
            <source>In a few seconds everything from this visit is cleared, so that the next person finds a fresh mirror.</source>
            <translation>بعد ثوانٍ قليلة يُمحى كل ما في هذه الزيارة، ليجد من يأتي بعدك مرآة جديدة.</translation>
        </message>
    </context>
    <context>
        <name>TryPage</name>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>On you: %1</source>
            <extracomment>Opens the list of products on the face. %n is how many there are.</extracomment>
            <translation>على وجهك: %1</translation>
        </message>
        <message>
            <source>On you</source>
            <translation>على وجهك</translation>
        </message>
        <message>
            <source>See what is in it</source>
            <translation>ما الذي فيها</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>مساعدة</translation>
        </message>
        <message>
            <source>Language: %1</source>
            <translation>اللغة: %1</translation>
        </message>
        <message>
            <source>Comfort</source>
            <translation>راحة</translation>
        </message>
        <message>
            <source>I’m done</source>
            <translation>انتهيت</translation>
        </message>
        <message>
            <source>Take a picture</source>
            <translation>التقاط صورة</translation>
        </message>
        <message>
            <source>On my wish list</source>
            <translation>في قائمة أمنياتي</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>في سلتك</translation>
        </message>
        <message>
            <source>Add to cart · %1</source>
            <translation>أضف إلى السلة · %1</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>المتجر</translation>
        </message>
        <message>
            <source>Cart</source>
            <translation>السلة</translation>
        </message>
        <message>
            <source>Wish list</source>
            <translation>الأمنيات</translation>
        </message>
    </context>
    <context>
        <name>WearingPage</name>
        <message>
            <source>On you now</source>
            <translation>على وجهك الآن</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>Take it all off</source>
            <translation>إزالة الكل</translation>
        </message>
        <message>
            <source>Nothing yet. Touch a shade, and it is on you.</source>
            <translation>لا شيء بعد. المس لونًا ليظهر على وجهك.</translation>
        </message>
        <message>
            <source>How much of %1</source>
            <translation>كثافة %1</translation>
        </message>
        <message>
            <source>Take off %1</source>
            <translation>إزالة %1</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>العودة إلى المرآة</translation>
        </message>
        <message>
            <source>All in your cart</source>
            <translation>الكل في سلتك</translation>
        </message>
        <message>
            <source>Add all to cart</source>
            <translation>أضف الكل إلى السلة</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Lips</source>
            <translation>الشفاه</translation>
        </message>
        <message>
            <source>Eyes</source>
            <translation>العيون</translation>
        </message>
        <message>
            <source>Brows</source>
            <translation>الحواجب</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>الوجه</translation>
        </message>
        <message>
            <source>Looks</source>
            <translation>إطلالات</translation>
        </message>
        <message>
            <source>Lipstick</source>
            <translation>أحمر شفاه</translation>
        </message>
        <message>
            <source>Lip liner</source>
            <translation>محدد شفاه</translation>
        </message>
        <message>
            <source>Eyeshadow</source>
            <translation>ظلال عيون</translation>
        </message>
        <message>
            <source>Eyeliner</source>
            <translation>كحل سائل</translation>
        </message>
        <message>
            <source>Mascara</source>
            <translation>ماسكارا</translation>
        </message>
        <message>
            <source>Brow colour</source>
            <translation>لون حواجب</translation>
        </message>
        <message>
            <source>Blush</source>
            <translation>أحمر خدود</translation>
        </message>
        <message>
            <source>Bronzer</source>
            <translation>برونزر</translation>
        </message>
        <message>
            <source>Contour</source>
            <translation>كونتور</translation>
        </message>
        <message>
            <source>Highlighter</source>
            <translation>هايلايتر</translation>
        </message>
        <message>
            <source>Foundation</source>
            <translation>كريم أساس</translation>
        </message>
        <message>
            <source>Coloured lenses</source>
            <translation>عدسات ملونة</translation>
        </message>
        <message>
            <source>matte</source>
            <translation>غير لامع</translation>
        </message>
        <message>
            <source>satin</source>
            <translation>ساتان</translation>
        </message>
        <message>
            <source>glossy</source>
            <translation>لامع</translation>
        </message>
        <message>
            <source>sheer</source>
            <translation>شفاف</translation>
        </message>
        <message>
            <source>metallic</source>
            <translation>معدني</translation>
        </message>
        <message>
            <source>shimmering</source>
            <translation>متلألئ</translation>
        </message>
        <message>
            <source>Lid</source>
            <translation>الجفن</translation>
        </message>
        <message>
            <source>Crease</source>
            <translation>الثنية</translation>
        </message>
        <message>
            <source>Halo</source>
            <translation>هالة</translation>
        </message>
        <message>
            <source>Classic</source>
            <translation>كلاسيكي</translation>
        </message>
        <message>
            <source>Fine</source>
            <translation>رفيع</translation>
        </message>
        <message>
            <source>Wing</source>
            <translation>مجنّح</translation>
        </message>
        <message>
            <source>Natural</source>
            <translation>طبيعي</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>كثيف</translation>
        </message>
        <message>
            <source>Apples</source>
            <translation>التفاحتان</translation>
        </message>
        <message>
            <source>Draped</source>
            <translation>منسدل</translation>
        </message>
        <message>
            <source>Concealer</source>
            <translation>خافي عيوب</translation>
        </message>
        <message>
            <source>All over</source>
            <translation>موحّد</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>تحديد</translation>
        </message>
        <message>
            <source>Ombré</source>
            <translation>متدرّج</translation>
        </message>
        <message>
            <source>Two-tone</source>
            <translation>بلونين</translation>
        </message>
        <message>
            <source>Smoky</source>
            <translation>سموكي</translation>
        </message>
        <message>
            <source>Cut crease</source>
            <translation>كت كريس</translation>
        </message>
        <message>
            <source>Cat eye</source>
            <translation>عين القطة</translation>
        </message>
        <message>
            <source>Smudged</source>
            <translation>ممزوج</translation>
        </message>
        <message>
            <source>Graphic</source>
            <translation>هندسي</translation>
        </message>
        <message>
            <source>Wispy</source>
            <translation>خفيف</translation>
        </message>
        <message>
            <source>Doll eye</source>
            <translation>عين الدمية</translation>
        </message>
        <message>
            <source>Defined</source>
            <translation>محدّد</translation>
        </message>
        <message>
            <source>Lifted</source>
            <translation>مرفوع</translation>
        </message>
        <message>
            <source>Sun-kissed</source>
            <translation>لمسة شمس</translation>
        </message>
        <message>
            <source>For my face</source>
            <translation>لوجهي</translation>
        </message>
        <message>
            <source>Oval</source>
            <translation>بيضوي</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>مستدير</translation>
        </message>
        <message>
            <source>Square</source>
            <translation>مربّع</translation>
        </message>
        <message>
            <source>Heart</source>
            <translation>قلب</translation>
        </message>
        <message>
            <source>Long</source>
            <translation>طويل</translation>
        </message>
        <message>
            <source>Vivid</source>
            <translation>قوي</translation>
        </message>
        <message>
            <source>very light</source>
            <translation>فاتح جدًا</translation>
        </message>
        <message>
            <source>light</source>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>medium</source>
            <translation>متوسط</translation>
        </message>
        <message>
            <source>deep</source>
            <translation>داكن</translation>
        </message>
        <message>
            <source>very deep</source>
            <translation>داكن جدًا</translation>
        </message>
        <message>
            <source>warm</source>
            <translation>دافئ</translation>
        </message>
        <message>
            <source>neutral</source>
            <translation>محايد</translation>
        </message>
        <message>
            <source>cool</source>
            <translation>بارد</translation>
        </message>
        <message>
            <source>black</source>
            <translation>أسود</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>رمادي</translation>
        </message>
        <message>
            <source>white</source>
            <translation>أبيض</translation>
        </message>
        <message>
            <source>beige</source>
            <translation>بيج</translation>
        </message>
        <message>
            <source>brown</source>
            <translation>بني</translation>
        </message>
        <message>
            <source>pink</source>
            <translation>وردي</translation>
        </message>
        <message>
            <source>red</source>
            <translation>أحمر</translation>
        </message>
        <message>
            <source>orange</source>
            <translation>برتقالي</translation>
        </message>
        <message>
            <source>gold</source>
            <translation>ذهبي</translation>
        </message>
        <message>
            <source>green</source>
            <translation>أخضر</translation>
        </message>
        <message>
            <source>teal</source>
            <translation>أزرق مخضر</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>أزرق</translation>
        </message>
        <message>
            <source>purple</source>
            <translation>بنفسجي</translation>
        </message>
        <message>
            <source>%1 %2 %3</source>
            <extracomment>A shade in words. %1 how deep ("deep"), %2 how warm ("cool"), %3 the colour ("red")</extracomment>
            <translation>%3 %1 %2</translation>
        </message>
        <message>
            <source>Stand in front of the mirror</source>
            <translation>قف أمام المرآة</translation>
        </message>
        <message>
            <source>Come a little closer</source>
            <translation>اقترب قليلًا</translation>
        </message>
        <message>
            <source>Take a small step back</source>
            <translation>خطوة صغيرة إلى الخلف</translation>
        </message>
        <message>
            <source>Look straight at the mirror</source>
            <translation>انظر مباشرة إلى المرآة</translation>
        </message>
        <message>
            <source>A little more light would help</source>
            <translation>القليل من الضوء سيساعد</translation>
        </message>
        <message>
            <source>as your skin</source>
            <translation>مثل بشرتك</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>a touch lighter</source>
            <translation>أفتح قليلاً</translation>
        </message>
        <message>
            <source>lighter</source>
            <translation>أفتح</translation>
        </message>
        <message>
            <source>a touch deeper</source>
            <translation>أغمق قليلاً</translation>
        </message>
        <message>
            <source>deeper</source>
            <translation>أغمق</translation>
        </message>
        <message>
            <source>a touch warmer</source>
            <translation>أدفأ قليلاً</translation>
        </message>
        <message>
            <source>warmer</source>
            <translation>أدفأ</translation>
        </message>
        <message>
            <source>a touch cooler</source>
            <translation>أبرد قليلاً</translation>
        </message>
        <message>
            <source>cooler</source>
            <translation>أبرد</translation>
        </message>
        <message>
            <source>Stand in front of the mirror, with all of your face in the picture.</source>
            <translation>قف أمام المرآة بحيث يظهر وجهك كاملاً في الصورة.</translation>
        </message>
        <message>
            <source>Come a little closer.</source>
            <translation>اقترب قليلاً.</translation>
        </message>
        <message>
            <source>Look straight at the mirror and hold still.</source>
            <translation>انظر إلى المرآة مباشرة وابقَ ثابتاً.</translation>
        </message>
        <message>
            <source>Take off dark glasses and open your eyes: their white tells the mirror what the light is like.</source>
            <translation>انزع النظارة الداكنة وافتح عينيك: بياضهما يدل المرآة على الضوء.</translation>
        </message>
        <message>
            <source>It is too dark here. Step where more light falls on your face.</source>
            <translation>المكان مظلم جداً. قف حيث يقع ضوء أكثر على وجهك.</translation>
        </message>
        <message>
            <source>The light on your face is too bright. Step a little out of it.</source>
            <translation>الضوء على وجهك ساطع جداً. ابتعد عنه قليلاً.</translation>
        </message>
        <message>
            <source>The two sides of your face are in different light. Turn so that it falls from the front.</source>
            <translation>جانبا وجهك في ضوءين مختلفين. استدر ليأتي الضوء من الأمام.</translation>
        </message>
        <message>
            <source>The light here is too coloured. Ask one of us: we match you in daylight.</source>
            <translation>الضوء هنا ملوّن جداً. اسأل أحدنا: نحدد درجتك في ضوء النهار.</translation>
        </message>
        <message>
            <source>The mirror has no picture just now. Ask one of us: we match you by hand.</source>
            <translation>لا صورة في المرآة الآن. اسأل أحدنا: نحدد درجتك يدوياً.</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>العناية</translation>
        </message>
        <message>
            <source>Fragrance</source>
            <translation>العطور</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>الأدوات</translation>
        </message>
        <message>
            <source>Vegan</source>
            <translation>نباتي</translation>
        </message>
        <message>
            <source>Fragrance-free</source>
            <translation>بلا عطر</translation>
        </message>
        <message>
            <source>For sensitive skin</source>
            <translation>للبشرة الحساسة</translation>
        </message>
        <message>
            <source>Sun protection</source>
            <translation>حماية من الشمس</translation>
        </message>
        <message>
            <source>Waterproof</source>
            <translation>مقاوم للماء</translation>
        </message>
        <message>
            <source>Long wear</source>
            <translation>يدوم طويلًا</translation>
        </message>
        <message>
            <source>Refillable</source>
            <translation>قابل لإعادة التعبئة</translation>
        </message>
        <message>
            <source>New</source>
            <translation>جديد</translation>
        </message>
        <message>
            <source>As on the shelf</source>
            <translation>كما على الرف</translation>
        </message>
        <message>
            <source>Lowest price</source>
            <translation>الأقل سعرًا</translation>
        </message>
        <message>
            <source>Lowest price per unit</source>
            <translation>الأقل سعرًا للوحدة</translation>
        </message>
        <message>
            <source>%1 / 100 ml</source>
            <comment>price</comment>
            <translation>%1 لكل 100 مل</translation>
        </message>
        <message>
            <source>%1 / 10 g</source>
            <comment>price</comment>
            <translation>%1 لكل 10 غ</translation>
        </message>
        <message>
            <source>%1 each</source>
            <comment>price</comment>
            <translation>%1 للقطعة</translation>
        </message>
        <message>
            <source>In stock here</source>
            <translation>متوفر هنا</translation>
        </message>
        <message>
            <source>Not here today</source>
            <translation>غير متوفر هنا اليوم</translation>
        </message>
        <message>
            <source>None at the moment</source>
            <translation>لا يوجد حاليًا</translation>
        </message>
        <message>
            <source>One left</source>
            <translation>بقيت قطعة واحدة</translation>
        </message>
        <message>
            <source>%1 left</source>
            <comment>number, 2 or 3</comment>
            <translation>بقي %1</translation>
        </message>
        <message>
            <source>In stock</source>
            <translation>متوفر</translation>
        </message>
        <message>
            <source>Ask one of us</source>
            <translation>اسأل أحدنا</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>الآن</translation>
        </message>
        <message>
            <source>%1 min ago</source>
            <comment>minutes</comment>
            <translation>قبل %1 دقيقة</translation>
        </message>
        <message>
            <source>%1 h ago</source>
            <comment>hours</comment>
            <translation>قبل %1 ساعة</translation>
        </message>
        <message>
            <source>%1 days ago</source>
            <comment>2 or more</comment>
            <translation>قبل %1 يوم</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>العلامة</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>اللمسة</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>اللون</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>من المفيد معرفته</translation>
        </message>
        <message>
            <source>plum</source>
            <translation>خوخي</translation>
        </message>
        <message>
            <source>coral</source>
            <translation>مرجاني</translation>
        </message>
    </context>
    <context>
        <name>PeopleSwitch</name>
        <message>
            <source>Who is being dressed</source>
            <translation>على من تُجرَّب الألوان</translation>
        </message>
        <message>
            <source>You</source>
            <translation>أنت</translation>
        </message>
        <message>
            <source>Friend</source>
            <translation>صديقك</translation>
        </message>
        <message>
            <source>Friend %1</source>
            <translation>الصديق %1</translation>
        </message>
        <message>
            <source>Dress your friend too</source>
            <translation>جرّب على صديقك أيضًا</translation>
        </message>
    </context>
    <context>
        <name>Keyboard</name>
        <message>
            <source>Delete the last letter</source>
            <translation>حذف الحرف الأخير</translation>
        </message>
        <message>
            <source>Letters: %1</source>
            <translation>الحروف: %1</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>مسافة</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
    </context>
    <context>
        <name>ProductCard</name>
        <message>
            <source>from %1</source>
            <comment>price</comment>
            <translation>من %1</translation>
        </message>
    </context>
    <context>
        <name>ProductPage</name>
        <message>
            <source>Back to the shop</source>
            <translation>العودة إلى المتجر</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>العودة إلى المرآة</translation>
        </message>
        <message>
            <source>This is not sold any more.</source>
            <translation>لم يعد هذا المنتج يُباع.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, a %2</source>
            <comment>shade name, colour in words</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>%1, not here today</source>
            <translation>%1، غير متوفر هنا اليوم</translation>
        </message>
        <message>
            <source>Where to find it</source>
            <translation>أين تجده</translation>
        </message>
        <message>
            <source>Here, %1</source>
            <comment>name of the shop</comment>
            <translation>هنا، %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>shop, city</comment>
            <translation>%1، %2</translation>
        </message>
        <message>
            <source>Goes with</source>
            <translation>يتناسب مع</translation>
        </message>
        <message>
            <source>Ingredients</source>
            <translation>المكوّنات</translation>
        </message>
        <message>
            <source>Try on</source>
            <translation>جرّب</translation>
        </message>
        <message>
            <source>On my wish list</source>
            <translation>في قائمة أمنياتي</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>في سلتك</translation>
        </message>
        <message>
            <source>Add to cart · %1</source>
            <translation>أضف إلى السلة · %1</translation>
        </message>
        <message>
            <source>The shop cannot be looked through just now. Ask one of us.</source>
            <translation>لا يمكن تصفّح المتجر الآن. اسأل أحدنا.</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Delete what was typed</source>
            <translation>مسح ما كُتب</translation>
        </message>
    </context>
    <context>
        <name>ShopFilters</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>مسح</translation>
        </message>
        <message>
            <source>Show one product</source>
            <translation>عرض منتج واحد</translation>
        </message>
        <message>
            <source>Show %1 products</source>
            <translation>عرض المنتجات: %1</translation>
        </message>
    </context>
    <context>
        <name>ShopPage</name>
        <message>
            <source>Search</source>
            <translation>بحث</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>العودة إلى المرآة</translation>
        </message>
        <message>
            <source>Shelves</source>
            <translation>الرفوف</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>الكل</translation>
        </message>
        <message>
            <source>Filters: %1</source>
            <comment>number</comment>
            <translation>عوامل التصفية: %1</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>تصفية</translation>
        </message>
        <message>
            <source>In stock here</source>
            <translation>متوفر هنا</translation>
        </message>
        <message>
            <source>The shop cannot be looked through just now. Ask one of us.</source>
            <translation>لا يمكن تصفّح المتجر الآن. اسأل أحدنا.</translation>
        </message>
        <message>
            <source>One product</source>
            <translation>منتج واحد</translation>
        </message>
        <message>
            <source>%1 products</source>
            <comment>number</comment>
            <translation>عدد المنتجات: %1</translation>
        </message>
        <message>
            <source>Nothing fits. Try fewer letters or fewer filters, or ask one of us.</source>
            <translation>لا شيء مطابق. جرّب حروفًا أو عوامل تصفية أقل، أو اسأل أحدنا.</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>المنتجات</translation>
        </message>
    </context>
    <context>
        <name>WishListPage</name>
        <message>
            <source>Wish list</source>
            <translation>قائمة الأمنيات</translation>
        </message>
        <message>
            <source>All together, tax included</source>
            <translation>المجموع شاملًا الضريبة</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>متابعة التجربة</translation>
        </message>
        <message>
            <source>Nothing here yet. Touch the heart of what you like, and find it again here.</source>
            <translation>لا شيء هنا بعد. المس القلب عند ما يعجبك لتجده هنا.</translation>
        </message>
        <message>
            <source>Put what you want into your cart, or show this list to one of us. It goes when you leave.</source>
            <translation>ضع ما تريد في سلتك، أو أرِ أحدنا هذه القائمة. تُمحى عند مغادرتك.</translation>
        </message>
        <message>
            <source>About %1</source>
            <comment>product</comment>
            <translation>عن %1</translation>
        </message>
        <message>
            <source>Try on %1</source>
            <translation>تجربة %1</translation>
        </message>
        <message>
            <source>%1 · on you now</source>
            <comment>shade</comment>
            <translation>%1 · على وجهك الآن</translation>
        </message>
        <message>
            <source>Add %1 to the cart</source>
            <translation>أضف %1 إلى السلة</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>إزالة %1</translation>
        </message>
    </context>
</TS>
