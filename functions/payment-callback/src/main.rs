#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    meent_http::run(payment_callback::router()).await
}
